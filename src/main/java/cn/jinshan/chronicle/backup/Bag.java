package cn.jinshan.chronicle.backup;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Backup in a file: a bag (BagIt 1.0, RFC 8493) in a zip file, read part by part. Nothing of it is unpacked onto the
 * disk.
 */
class Bag implements Closeable {

    /** Of a table a few dozen; of documents one for each year. */
    private static final int MOST_PARTS = 2000;

    /** No text can be packed so tightly; what is that small may be. */
    private static final int TIGHTEST = 200;

    private static final long SMALL = 1024L * 1024;

    private static final int LONGEST_TAG = 1024 * 1024;

    private static final Pattern PART = Pattern.compile("([A-Za-z0-9][A-Za-z0-9_.-]*)/"
            + "(bagit\\.txt|bag-info\\.txt|(?:tag)?manifest-sha512\\.txt|data/tables\\.jsonl|data/tables/[a-z0-9_]+\\.jsonl"
            + "|data/chronicles/[0-9]{4}\\.json)");

    private static final Pattern SUM = Pattern.compile("([0-9a-fA-F]{128})[ \\t]+\\*?(\\S+)");

    private static final Pattern INFO = Pattern.compile("([A-Za-z0-9-]+): (.*)");

    private final ZipFile zip;
    private final Map<String, ZipEntry> parts;
    private final Map<String, String> info;

    private Bag(ZipFile zip, Map<String, ZipEntry> parts, Map<String, String> info) {
        this.zip = zip;
        this.parts = parts;
        this.info = info;
    }

    /**
     * Opens a backup, and reads what it says of itself.
     *
     * @throws RefusedBackupException if it is none
     */
    static Bag open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new RefusedBackupException("missing", file.getFileName());
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException e) {
            throw new RefusedBackupException(e, "broken");
        }
        try {
            var parts = parts(zip);
            if (!BagWriter.DECLARED.equals(text(zip, parts, BagWriter.DECLARATION))) {
                throw new RefusedBackupException("foreign");
            }
            return new Bag(zip, parts, said(text(zip, parts, BagWriter.INFO)));
        } catch (IOException | RuntimeException e) {
            try (zip) {
                throw e instanceof RefusedBackupException refused ? refused : new RefusedBackupException(e, "broken");
            } catch (IOException closing) {
                throw new RefusedBackupException(closing, "broken");
            }
        }
    }

    private static Map<String, ZipEntry> parts(ZipFile zip) {
        if (zip.size() > MOST_PARTS) {
            throw new RefusedBackupException("parts", zip.size());
        }
        var parts = new TreeMap<String, ZipEntry>();
        String folder = null;
        for (var entry : Collections.list(zip.entries())) {
            var name = PART.matcher(entry.getName());
            if (!name.matches() || (folder != null && !folder.equals(name.group(1)))) {
                throw new RefusedBackupException("part", entry.getName());
            }
            folder = name.group(1);
            if (entry.getSize() > SMALL && entry.getSize() / TIGHTEST > entry.getCompressedSize()) {
                throw new RefusedBackupException("bomb", entry.getName());
            }
            if (parts.put(name.group(2), entry) != null) {
                throw new RefusedBackupException("part", entry.getName());
            }
        }
        return parts;
    }

    private static String text(ZipFile zip, Map<String, ZipEntry> parts, String name) throws IOException {
        try (var stream = stream(zip, parts, name)) {
            var bytes = stream.readNBytes(LONGEST_TAG + 1);
            if (bytes.length > LONGEST_TAG) {
                throw new RefusedBackupException("bomb", name);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static InputStream stream(ZipFile zip, Map<String, ZipEntry> parts, String name) throws IOException {
        var entry = parts.get(name);
        if (entry == null) {
            throw new RefusedBackupException("incomplete", name);
        }
        return new Bounded(zip.getInputStream(entry), entry);
    }

    private static Map<String, String> said(String text) {
        var info = new LinkedHashMap<String, String>();
        text.lines()
                .map(INFO::matcher)
                .filter(line -> line.matches())
                .forEach(line -> info.put(line.group(1), line.group(2)));
        return info;
    }

    /** The moment that it holds. */
    Instant made() {
        try {
            return Instant.parse(info(RecordBackup.MADE));
        } catch (DateTimeParseException e) {
            throw new RefusedBackupException(e, "foreign");
        }
    }

    /** The version of the schema that its tables have. */
    String schemaVersion() {
        return info(RecordBackup.SCHEMA);
    }

    /** The version of the application that made it. */
    String softwareVersion() {
        return info(RecordBackup.SOFTWARE).replaceFirst("^" + RecordBackup.NAME_OF_SOFTWARE, "");
    }

    private String info(String name) {
        var said = info.get(name);
        if (said == null) {
            throw new RefusedBackupException("foreign");
        }
        return said;
    }

    /** How many bytes all its parts have, unpacked. */
    long bytes() {
        return parts.values().stream().mapToLong(ZipEntry::getSize).sum();
    }

    /** The sums of the payload, as the bag lists them. */
    String manifest() throws IOException {
        return text(zip, parts, BagWriter.MANIFEST);
    }

    /** Opens a part of the payload. */
    InputStream part(String name) throws IOException {
        return stream(zip, parts, BagWriter.PAYLOAD + name);
    }

    /**
     * Reads all parts, and compares each with its sum.
     *
     * @throws RefusedBackupException if a part is missing, altered or in no list
     */
    void verify() {
        try {
            var listed = sums(manifest());
            compare(listed);
            var tags = sums(text(zip, parts, BagWriter.TAG_MANIFEST));
            compare(tags);
            listed.putAll(tags);
            parts.keySet().stream()
                    .filter(part -> !part.equals(BagWriter.TAG_MANIFEST) && !listed.containsKey(part))
                    .findFirst()
                    .ifPresent(part -> {
                        throw new RefusedBackupException("part", part);
                    });
        } catch (IOException e) {
            throw new RefusedBackupException(e, "broken");
        }
    }

    private static Map<String, String> sums(String manifest) {
        var sums = new TreeMap<String, String>();
        manifest.lines().forEach(line -> {
            var sum = SUM.matcher(line);
            if (!sum.matches()) {
                throw new RefusedBackupException("broken");
            }
            sums.put(sum.group(2), sum.group(1));
        });
        return sums;
    }

    private void compare(Map<String, String> listed) throws IOException {
        for (var part : listed.entrySet()) {
            var digest = BagWriter.sha512();
            try (var stream = new DigestInputStream(stream(zip, parts, part.getKey()), digest)) {
                stream.transferTo(OutputStream.nullOutputStream());
            }
            if (!HexFormat.of().formatHex(digest.digest()).equalsIgnoreCase(part.getValue())) {
                throw new RefusedBackupException("altered", part.getKey());
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Refuses a part that is longer than it says. */
    private static class Bounded extends FilterInputStream {

        private final ZipEntry entry;
        private long left;

        Bounded(InputStream stream, ZipEntry entry) {
            super(stream);
            this.entry = entry;
            this.left = entry.getSize();
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            left -= Math.max(count, 0);
            if (left < 0) {
                throw new RefusedBackupException("bomb", entry.getName());
            }
            return count;
        }
    }
}
