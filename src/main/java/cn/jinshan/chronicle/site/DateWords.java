package cn.jinshan.chronicle.site;

import static java.util.stream.Collectors.joining;

import cn.jinshan.chronicle.dates.DateRefusedException;
import cn.jinshan.chronicle.dates.Edtf;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.dates.Period;
import cn.jinshan.chronicle.dates.Precision;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Formats dates in the words of the reader's language; templates call it {@code @dateWords}. */
@Component
public class DateWords {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final MessageSource messages;
    private final Clock clock;

    DateWords(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** The name of a day, month, season, quarter, half-year or year. */
    public String period(Period period) {
        var first = period.earliest();
        return say(
                "period." + period.precision(),
                String.valueOf(first.getYear()),
                first.getMonthValue(),
                first.getDayOfMonth(),
                period.number());
    }

    /** The day in Shanghai. */
    public String day(Instant instant) {
        return day(instant.atZone(SHANGHAI).toLocalDate());
    }

    /** A day of the calendar. */
    public String day(LocalDate date) {
        return period(new Period(Precision.DAY, date));
    }

    /** Months one after the other, from 1; 13 for the undated. */
    public String months(Collection<Integer> months) {
        return months.stream().map(month -> say("month", month)).collect(joining(say("list.comma")));
    }

    /** The time of the day in Shanghai, of a day other than today with its date, or the date alone. */
    public String time(Instant instant) {
        return daysSince(instant) == 0 ? TIME.format(instant.atZone(SHANGHAI)) : moment(instant);
    }

    /** How many days in Shanghai have gone by since; 0 for today. */
    public long daysSince(Instant instant) {
        var today = clock.instant().atZone(SHANGHAI).toLocalDate();
        return ChronoUnit.DAYS.between(instant.atZone(SHANGHAI).toLocalDate(), today);
    }

    /**
     * The day and its time in Shanghai, for paper, where no day is today. What is told to the nanosecond of midnight is
     * a day whose hour nobody knows.
     */
    public String moment(Instant instant) {
        return isDay(instant) ? day(instant) : say("time.ofDay", day(instant), TIME.format(instant.atZone(SHANGHAI)));
    }

    /** The day in Shanghai, as data say it in any language (ISO 8601). */
    public String date(Instant instant) {
        return instant.atZone(SHANGHAI).toLocalDate().toString();
    }

    /**
     * The minute in Shanghai, or the day where no hour is known, as the tags of a government site say it in any
     * language.
     */
    public String minute(Instant instant) {
        return isDay(instant) ? date(instant) : MINUTE.format(instant.atZone(SHANGHAI));
    }

    private static boolean isDay(Instant instant) {
        return instant.atZone(SHANGHAI).toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** What is understood of a date that somebody typed, in full, and how precisely. */
    public String typed(EventDate date) {
        var edtf = date.edtf();
        if (date.wording().isBlank() && edtf.precision() == Precision.YEAR) {
            return say("date.typed.none");
        }
        var words = edtf.shape() == Edtf.Shape.SINGLE ? full(edtf) : understood(edtf);
        return say("date.typed", date.wording(), words, say("precision." + edtf.precision()));
    }

    /** A date in full, with its year. */
    public String inFull(Edtf date) {
        return date.shape() == Edtf.Shape.SINGLE ? full(date) : understood(date);
    }

    /** Why a date was refused. */
    public String refused(DateRefusedException refusal) {
        return messages.getMessage(refusal.reason(), LocaleContextHolder.getLocale());
    }

    private String full(Edtf date) {
        return qualified(date, period(date.first()));
    }

    private String qualified(Edtf date, String words) {
        return switch (date.qualifier()) {
            case APPROXIMATE -> say("date.about", words);
            case UNCERTAIN -> say("date.perhaps", words);
            case EXACT -> words;
        };
    }

    /** What is known beyond the source's own words: the weekday, what is not stated, what is only likely. */
    public String understood(Edtf date) {
        return switch (date.shape()) {
            case SINGLE -> single(date);
            case INTERVAL -> qualified(date, interval(date));
            case ONE_OF ->
                date.qualifier() == Edtf.Qualifier.APPROXIMATE
                        ? say("date.oneOf.about", period(date.first()), period(date.last()))
                        : qualified(date, say("date.oneOf", period(date.first()), period(date.last())));
            case SET ->
                qualified(date, date.members().stream().map(this::period).collect(joining(say("list.comma"))));
        };
    }

    private String interval(Edtf date) {
        if (date.isOpenAtStart()) {
            return say("date.until", period(date.last()));
        }
        return date.isOpenAtEnd()
                ? say("date.since", period(date.first()))
                : period(date.first()) + to() + period(date.last());
    }

    /** The word between the ends of a range. */
    String to() {
        return say("date.to");
    }

    private String single(Edtf date) {
        return switch (date.qualifier()) {
            case APPROXIMATE, UNCERTAIN -> full(date);
            case EXACT ->
                switch (date.precision()) {
                    case DAY ->
                        date.earliest().getDayOfWeek().getDisplayName(TextStyle.FULL, LocaleContextHolder.getLocale());
                    case MONTH -> say("date.dayNotStated");
                    case YEAR -> say("date.notStated");
                    case SEASON, QUARTER, HALF_YEAR -> period(date.first());
                };
        };
    }

    private String say(String code, Object... arguments) {
        return messages.getMessage(code, arguments, LocaleContextHolder.getLocale());
    }
}
