package cn.jinshan.chronicle.dates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A date in the Extended Date/Time Format of ISO 8601-2:2019, in the part of it that a chronicle needs.
 *
 * <p>A single {@link Period} ({@code 2023-05-18}, {@code 2023-36}), or several days or months: an interval from the
 * first to the last ({@code 2023-03-05/2023-03-07}, {@code 2023-05-12/2023-06}, or of years: {@code 2016/2018}), which
 * may lack an end ({@code 2023-03/..}) or a beginning ({@code ../2023-12}); one of a range
 * ({@code [2023-10-21..2023-10-31]}); or a set, all of its members ({@code {2023-07-02,2023-07-09}}). Each may be
 * approximate ({@code 2023-01~}, {@code [2023-05-01~..2023-05-10~]}) or uncertain ({@code 2023-36?}) as a whole.
 *
 * @param shape how the members belong together
 * @param members in ascending order: one for a single date, the two ends of an interval or a one-of, two or more for a
 *     set. They have one precision, but an interval may go from a day to a month. {@link #OPEN_START} and
 *     {@link #OPEN_END} stand for what an interval lacks.
 * @param qualifier how sure all the members are
 */
public record Edtf(Shape shape, List<Period> members, Qualifier qualifier) {

    /** The beginning of an interval that is not stated: {@code ../2023-12}. */
    static final Period OPEN_START = Period.year(1);

    /** The end of an interval that is not stated: {@code 2023-03/..}. */
    static final Period OPEN_END = Period.year(9999);

    private static final int LONGEST = 200;
    private static final String OPEN = "..";

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

        private static Qualifier of(String written) {
            return written.endsWith("?") ? UNCERTAIN : written.endsWith("~") ? APPROXIMATE : EXACT;
        }
    }

    /** @throws DateRefusedException if the members do not fit the shape, or the date has more than 200 characters */
    public Edtf {
        members = List.copyOf(members);
        boolean fits = switch (shape) {
            case SINGLE -> members.size() == 1;
            case INTERVAL -> members.size() == 2 && !(isOpen(members.get(0)) && isOpen(members.get(1)));
            case ONE_OF -> members.size() == 2;
            case SET -> members.size() >= 2;
        };
        if (!fits) {
            throw new DateRefusedException("shape");
        }
        for (int i = 1; i < members.size(); i++) {
            refuseUnlike(shape, members.get(i - 1), members.get(i));
            if (!members.get(i - 1).earliest().isBefore(members.get(i).earliest())
                    || !members.get(i - 1).latest().isBefore(members.get(i).latest())) {
                throw new DateRefusedException("reversed");
            }
        }
        refuseTooLong(written(shape, members, qualifier));
    }

    private static void refuseUnlike(Shape shape, Period one, Period next) {
        boolean sameKind = one.precision() == next.precision();
        boolean months = one.precision().tellsMonth() && next.precision().tellsMonth();
        boolean fits = shape == Shape.INTERVAL
                ? months || (sameKind && one.precision() == Precision.YEAR) || isOpen(one) || isOpen(next)
                : months && sameKind;
        if (!fits) {
            throw new DateRefusedException("mixed");
        }
    }

    private static boolean isOpen(Period end) {
        return end.equals(OPEN_START) || end.equals(OPEN_END);
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
        return several(Shape.SINGLE, written);
    }

    /** @throws DateRefusedException for more than 200 characters, which are not parsed */
    static void refuseTooLong(String written) {
        if (written.length() > LONGEST) {
            throw new DateRefusedException("unreadable", written.substring(0, 20) + "…");
        }
    }

    private static Edtf several(Shape shape, String... written) {
        var qualifier = Arrays.stream(written)
                .filter(part -> !part.equals(OPEN))
                .map(Qualifier::of)
                .findFirst()
                .orElse(Qualifier.EXACT);
        var members = new ArrayList<Period>();
        for (var part : written) {
            if (shape == Shape.INTERVAL && part.equals(OPEN)) {
                members.add(members.isEmpty() ? OPEN_START : OPEN_END);
            } else if (Qualifier.of(part) == qualifier) {
                members.add(Period.parse(part.substring(0, part.length() - qualifier.sign.length())));
                if (shape == Shape.INTERVAL && isOpen(members.get(members.size() - 1))) {
                    throw new DateRefusedException("unreadable", part);
                }
            } else {
                throw new DateRefusedException("unreadable", part);
            }
        }
        return new Edtf(shape, members, qualifier);
    }

    /** The precision of its members, the coarser one if they differ. */
    public Precision precision() {
        return members.stream()
                .filter(member -> shape != Shape.INTERVAL || !isOpen(member))
                .map(Period::precision)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whether it is an interval whose end is not stated. */
    public boolean isOpenAtEnd() {
        return shape == Shape.INTERVAL && last().equals(OPEN_END);
    }

    /** Whether it is an interval whose beginning is not stated. */
    public boolean isOpenAtStart() {
        return shape == Shape.INTERVAL && first().equals(OPEN_START);
    }

    /** Whether it is an interval with a known beginning and end. */
    public boolean isPlainInterval() {
        return shape == Shape.INTERVAL && qualifier == Qualifier.EXACT && !isOpenAtStart() && !isOpenAtEnd();
    }

    /** The earliest member; {@link #OPEN_START} if the beginning is not stated. */
    public Period first() {
        return members.get(0);
    }

    /** The latest member; the first one of a single date; {@link #OPEN_END} if the end is not stated. */
    public Period last() {
        return members.get(members.size() - 1);
    }

    /** The earliest possible day; 0001-01-01 if the beginning is not stated. */
    public LocalDate earliest() {
        return first().earliest();
    }

    /** The latest possible day; 9999-12-31 if the end is not stated. */
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
        var parts = members.stream()
                .map(member -> shape == Shape.INTERVAL && isOpen(member) ? OPEN : member + qualifier.sign)
                .toList();
        return switch (shape) {
            case SINGLE -> parts.get(0);
            case INTERVAL -> String.join("/", parts);
            case ONE_OF -> "[" + String.join("..", parts) + "]";
            case SET -> "{" + String.join(",", parts) + "}";
        };
    }
}
