package cn.jinshan.chronicle.storage;

/** The address of the database would not keep an acknowledged save; the message says why. */
class UnsafeAddressException extends RuntimeException {

    UnsafeAddressException(String why) {
        super(why);
    }
}
