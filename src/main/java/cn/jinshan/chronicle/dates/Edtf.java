package cn.jinshan.chronicle.dates;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * A date in the Extended Date/Time Format of ISO 8601-2:2019, in the part of it that a chronicle needs.
 *
 * <p>A single {@link Period}, perhaps qualified ({@code 2023-05-18}, {@code 2023-01~}, {@code 2023-36?}), or several
 * days or months: an interval from the first to the last ({@code 2023-03-05/2023-03-07}), one of a range
 * ({@code [2023-10-21..2023-10-31]}), or a set, all of its members ({@code {2023-07-02,2023-07-09}}).
 *
 * @param shape how the members belong together
 * @param members in ascending order, all of one precision: one for a single date, the two ends of an interval or a
 *     one-of, two or more for a set
 * @param qualifier how sure the date is; other than {@link Qualifier#EXACT} only for a single date
 */
public record Edtf(Shape shape, List<Period> members, Qualifier qualifier) {

    private static final int LONGEST = 200;

    /** How the members of a date belong together. */
    public enum Shape {
        SINGLE,
        INTERVAL,
        ONE_OF,
        SET
    }

    /** How sure a date is. */
    public enum Qualifier {
        EXACT(""),
        UNCERTAIN("?"),
        APPROXIMATE("~");

        private final String sign;

        Qualifier(String sign) {
            this.sign = sign;
        }
    }

    /** @throws DateRefusedException if the members do not fit the shape, or the date has more than 200 characters */
    public Edtf {
        members = List.copyOf(members);
        if (shape == Shape.SINGLE ? members.size() != 1 : members.size() < 2 || qualifier != Qualifier.EXACT) {
            throw new DateRefusedException("shape");
        }
        if (shape != Shape.SET && members.size() > 2) {
            throw new DateRefusedException("shape");
        }
        var precision = members.get(0).precision();
        for (int i = 1; i < members.size(); i++) {
            if (members.get(i).precision() != precision || !precision.tellsMonth()) {
                throw new DateRefusedException("mixed");
            }
            if (!members.get(i - 1).earliest().isBefore(members.get(i).earliest())) {
                throw new DateRefusedException("reversed");
            }
        }
        refuseTooLong(written(shape, members, qualifier));
    }

    /**
     * Reads a date in the form that {@link #toString} writes.
     *
     * @throws DateRefusedException if it has another form, or names a day that the calendar does not have
     */
    public static Edtf parse(String written) {
        refuseTooLong(written);
        if (written.startsWith("[") && written.endsWith("]")) {
            return several(
                    Shape.ONE_OF, written.substring(1, written.length() - 1).split("\\.\\.", -1));
        }
        if (written.startsWith("{") && written.endsWith("}")) {
            return several(Shape.SET, written.substring(1, written.length() - 1).split(",", -1));
        }
        if (written.contains("/")) {
            return several(Shape.INTERVAL, written.split("/", -1));
        }
        for (var qualifier : List.of(Qualifier.UNCERTAIN, Qualifier.APPROXIMATE)) {
            if (written.endsWith(qualifier.sign)) {
                return new Edtf(
                        Shape.SINGLE, List.of(Period.parse(written.substring(0, written.length() - 1))), qualifier);
            }
        }
        return new Edtf(Shape.SINGLE, List.of(Period.parse(written)), Qualifier.EXACT);
    }

    /** @throws DateRefusedException for more than 200 characters, which are not parsed */
    static void refuseTooLong(String written) {
        if (written.length() > LONGEST) {
            throw new DateRefusedException("unreadable", written.substring(0, 20) + "…");
        }
    }

    private static Edtf several(Shape shape, String[] written) {
        return new Edtf(shape, Arrays.stream(written).map(Period::parse).toList(), Qualifier.EXACT);
    }

    /** The precision of its members. */
    public Precision precision() {
        return first().precision();
    }

    /** The earliest member. */
    public Period first() {
        return members.get(0);
    }

    /** The latest member; the first one of a single date. */
    public Period last() {
        return members.get(members.size() - 1);
    }

    /** The earliest possible day. */
    public LocalDate earliest() {
        return first().earliest();
    }

    /** The latest possible day. */
    public LocalDate latest() {
        return last().latest();
    }

    /** Whether it is exactly one day, month or year, as an HTML {@code time} element needs it. */
    public boolean isPlain() {
        return shape == Shape.SINGLE
                && qualifier == Qualifier.EXACT
                && (precision().tellsMonth() || precision() == Precision.YEAR);
    }

    /** The date in the Extended Date/Time Format; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return written(shape, members, qualifier);
    }

    private static String written(Shape shape, List<Period> members, Qualifier qualifier) {
        return switch (shape) {
            case SINGLE -> members.get(0) + qualifier.sign;
            case INTERVAL -> members.get(0) + "/" + members.get(1);
            case ONE_OF -> "[" + members.get(0) + ".." + members.get(1) + "]";
            case SET ->
                "{" + String.join(",", members.stream().map(Period::toString).toList()) + "}";
        };
    }
}
