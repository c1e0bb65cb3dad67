package cn.jinshan.chronicle.storage;

import org.springframework.transaction.TransactionException;

/** What was committed may be on the disk or not: whoever saved it should save it again. */
class UncertainCommitException extends TransactionException {

    UncertainCommitException(Throwable cause) {
        super("Committed, but not known to be on the disk", cause);
    }
}
