package cn.jinshan.chronicle.server;

/** What should be an address, or a range of addresses, is none; its message is what was written. */
class UnreadableNetworkException extends IllegalArgumentException {

    UnreadableNetworkException(String written) {
        super(written);
    }
}
