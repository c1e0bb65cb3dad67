package cn.jinshan.chronicle.backup;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writer of a bag (BagIt 1.0, RFC 8493) in a zip file: its parts come one after the other, and nothing of them is held
 * in memory.
 */
class BagWriter implements Closeable {

    static final String DECLARATION = "bagit.txt";
    static final String INFO = "bag-info.txt";
    static final String MANIFEST = "manifest-sha512.txt";
    static final String TAG_MANIFEST = "tagmanifest-sha512.txt";
    static final String DECLARED = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    static final String PAYLOAD = "data/";

    private final ZipOutputStream zip;
    private final String folder;
    private final Map<String, String> payload = new TreeMap<>();
    private final Map<String, String> tags = new TreeMap<>();
    private long octets;

    /** @param folder the one folder that the zip file unpacks into */
    BagWriter(OutputStream file, String folder) {
        this.zip = new ZipOutputStream(new BufferedOutputStream(file), StandardCharsets.UTF_8);
        this.folder = folder;
    }

    /** Opens a part of the payload; it ends when its stream is closed. */
    OutputStream part(String name) throws IOException {
        return new Part(PAYLOAD + name, payload);
    }

    /** Writes what the bag says of itself, after the last part. */
    void finish(Map<String, String> info) throws IOException {
        var all = new LinkedHashMap<>(info);
        all.put("Payload-Oxum", octets + "." + payload.size());
        tag(DECLARATION, DECLARED);
        tag(
                INFO,
                all.entrySet().stream()
                        .map(line -> line.getKey() + ": " + line.getValue() + "\n")
                        .collect(Collectors.joining()));
        tag(MANIFEST, lines(payload));
        tag(TAG_MANIFEST, lines(tags));
        zip.finish();
        zip.flush();
    }

    private static String lines(Map<String, String> sums) {
        return sums.entrySet().stream()
                .map(sum -> sum.getValue() + "  " + sum.getKey() + "\n")
                .collect(Collectors.joining());
    }

    private void tag(String name, String text) throws IOException {
        try (var part = new Part(name, tags)) {
            part.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-512", e);
        }
    }

    private class Part extends FilterOutputStream {

        private final String name;
        private final Map<String, String> sums;
        private final MessageDigest digest = sha512();

        Part(String name, Map<String, String> sums) throws IOException {
            super(zip);
            this.name = name;
            this.sums = sums;
            zip.putNextEntry(new ZipEntry(folder + "/" + name));
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            zip.write(bytes, from, length);
            digest.update(bytes, from, length);
            if (name.startsWith(PAYLOAD)) {
                octets += length;
            }
        }

        @Override
        public void close() throws IOException {
            zip.closeEntry();
            sums.put(name, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
