package cn.jinshan.chronicle.drills;

import cn.jinshan.chronicle.ChronicleApplication;
import cn.jinshan.chronicle.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The application on a {@link Disk}; its first argument is where the record of that goes. */
final class OnADisk {

    private OnADisk() {}

    public static void main(String[] arguments) throws IOException {
        Disk.attach(Path.of(arguments[0]));
        ChronicleApplication.main(Arrays.copyOfRange(arguments, 1, arguments.length));
    }
}
