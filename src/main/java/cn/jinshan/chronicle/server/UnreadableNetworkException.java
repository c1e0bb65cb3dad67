package cn.jinshan.chronicle.server;

/** A configured value is neither an address nor a range of addresses; the message is that value. */
class UnreadableNetworkException extends IllegalArgumentException {

    UnreadableNetworkException(String written) {
        super(written);
    }
}
