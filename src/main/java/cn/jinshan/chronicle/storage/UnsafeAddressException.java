package cn.jinshan.chronicle.storage;

/** The database has an address at which an acknowledged save could be lost; its message says why. */
class UnsafeAddressException extends RuntimeException {

    UnsafeAddressException(String why) {
        super(why);
    }
}
