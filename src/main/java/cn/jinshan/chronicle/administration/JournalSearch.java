package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.journal.Journal;
import cn.jinshan.chronicle.journal.JournalFilter;
import cn.jinshan.chronicle.site.Form;
import jakarta.validation.constraints.Pattern;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.web.util.UriComponentsBuilder;

/** Search form of the journal, as typed; an empty field matches all. */
class JournalSearch extends Form {

    @Pattern(regexp = "(\\d{1,18})?", message = "{mistake.who}")
    public String who = "";

    public String verb = "";

    public String thing = "";

    @Pattern(regexp = "(\\d{4}-\\d\\d-\\d\\d)?", message = "{mistake.from}")
    public String from = "";

    @Pattern(regexp = "(\\d{4}-\\d\\d-\\d\\d)?", message = "{mistake.to}")
    public String to = "";

    /** Adds mistakes that the constraints do not find: impossible days, and a last day before the first. */
    void check(BindingResult mistakes) {
        checkDay("from", from, "mistake.from", mistakes);
        checkDay("to", to, "mistake.to", mistakes);
        if (!mistakes.hasFieldErrors("from")
                && !mistakes.hasFieldErrors("to")
                && !to.isEmpty()
                && from.compareTo(to) > 0) {
            mistakes.rejectValue("to", "mistake.days");
        }
    }

    private static void checkDay(String field, String typed, String mistake, BindingResult mistakes) {
        if (!typed.isEmpty() && !mistakes.hasFieldErrors(field)) {
            try {
                LocalDate.parse(typed);
            } catch (DateTimeException e) {
                mistakes.rejectValue(field, mistake);
            }
        }
    }

    /**
     * The filter of a search without mistakes; it includes both days, by the time of Shanghai.
     *
     * @param things gives the things that somebody may mean by what they typed
     */
    JournalFilter filter(Function<String, Collection<String>> things) {
        return new JournalFilter(
                who.isEmpty() ? null : Long.valueOf(who),
                verb.isEmpty() ? null : verb,
                thing.isEmpty() ? null : things.apply(thing),
                start(from, 0),
                start(to, 1));
    }

    private static @Nullable Instant start(String day, int later) {
        return day.isEmpty()
                ? null
                : LocalDate.parse(day)
                        .plusDays(later)
                        .atStartOfDay(Journal.SHANGHAI)
                        .toInstant();
    }

    /** The address of the same search on another page, or as a file. */
    String address(String path, Map<String, ?> more) {
        var query = new LinkedHashMap<String, Object>();
        query.put("who", who);
        query.put("verb", verb);
        query.put("thing", thing);
        query.put("from", from);
        query.put("to", to);
        query.putAll(more);
        query.values().removeIf(""::equals);
        var address = UriComponentsBuilder.fromPath(path);
        query.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(query).toUriString();
    }

    /** Without characters that no keyboard types and no database stores. */
    @Override
    protected String cleaned(String field, String typed) {
        return typed.replaceAll("\\p{Cntrl}", "").strip();
    }
}
