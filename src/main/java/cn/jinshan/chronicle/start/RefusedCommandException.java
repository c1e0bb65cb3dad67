package cn.jinshan.chronicle.start;

/** A {@link Command} was refused, and did nothing. */
class RefusedCommandException extends RefusedStartException {

    RefusedCommandException(RefusedStartException why) {
        super(String.valueOf(why.getMessage()), why.advice(), why);
    }
}
