package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.dates.EventDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * What one edition of an entry says: its title, date, text and subjects.
 *
 * @param title empty only while it is a draft
 * @param wording the date as typed or as the source has it, empty if it says nothing
 * @param date what is understood of that wording; null while it is not understood, which only a draft may be
 * @param body paragraphs with an empty line between them
 * @param easyTitle its title in plain language, up to 200 characters; may be empty
 * @param easyRead its plain-language twin (易读版); may be empty
 * @param correction what was corrected, for the public; null if it is no correction
 * @param subjects whom and what it is about, in order, each once
 */
public record Content(
        String title,
        String wording,
        @Nullable EventDate date,
        String body,
        String easyTitle,
        String easyRead,
        @Nullable String correction,
        List<Subject> subjects) {

    public Content {
        Assert.isTrue(date == null || date.wording().equals(wording), "The date is understood from another wording");
        subjects = List.copyOf(subjects);
    }
}
