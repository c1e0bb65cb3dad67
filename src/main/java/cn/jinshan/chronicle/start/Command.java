package cn.jinshan.chronicle.start;

/**
 * Work of the stopped application that an argument asks for, such as {@code --reset-link=admin}. The process serves
 * nobody meanwhile, and ends afterwards. The bean of a command has the name of its argument.
 */
public interface Command {

    String RESET_LINK = "reset-link";
    String BACKUP = "backup";

    /** It is built without JPA, and finds the database as it was left. */
    String RESTORE = "restore";

    /**
     * Does the work.
     *
     * @param value of the argument, not blank
     * @return one sentence of result, without secrets
     * @throws RefusedStartException if nothing was done; it says why
     */
    String run(String value);
}
