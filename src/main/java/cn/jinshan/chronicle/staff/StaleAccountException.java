package cn.jinshan.chronicle.staff;

/** The account was changed after the form was opened. */
public class StaleAccountException extends RuntimeException {

    StaleAccountException() {
        super("The account changed");
    }
}
