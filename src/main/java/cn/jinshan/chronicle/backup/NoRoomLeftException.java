package cn.jinshan.chronicle.backup;

import java.io.IOException;

/** A backup was given up, as it would have taken the last room of the disk. */
class NoRoomLeftException extends IOException {

    NoRoomLeftException(String disk) {
        super("No room is left on the disk of " + disk);
    }
}
