package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.entries.RefusedException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Confirmation page, shown before an irreversible action.
 *
 * @param what its words are those of the messages {@code ask.*}
 * @param place the part of the desk it belongs to
 * @param address that it is sent to
 * @param back where to go instead
 * @param named the title or name of what it is about
 * @param fields that are sent with it, the version among them
 * @param facts that the words speak of
 * @param settled the message that says why there is nothing to ask; null while there is
 */
public record Question(
        String what,
        String place,
        String address,
        String back,
        String named,
        Map<String, List<String>> fields,
        List<Object> facts,
        @Nullable String settled) {

    /** Asks whether to remove one of a list, at an address below it, in the words {@code ask.*.removal} of a kind. */
    public static Question ofRemoval(
            String kind, String list, long id, String named, long version, @Nullable String settled) {
        var address = list + "/" + id;
        return new Question(
                kind + ".removal",
                list,
                address + "/removal",
                address,
                named,
                Map.of("version", List.of(String.valueOf(version))),
                List.of(),
                settled);
    }

    public ModelAndView page() {
        return new ModelAndView("site/question").addObject("question", this);
    }

    /** Asks again, and says why it was not done. */
    public ModelAndView again(RuntimeException reason) {
        var page = page().addObject("refused", reason instanceof RefusedException refused ? refused.reason() : null)
                .addObject("stale", !(reason instanceof RefusedException));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }
}
