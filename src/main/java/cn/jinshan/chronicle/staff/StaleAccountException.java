package cn.jinshan.chronicle.staff;

/** The account changed since the decision was made on it. */
public class StaleAccountException extends RuntimeException {

    StaleAccountException() {
        super("The account changed");
    }
}
