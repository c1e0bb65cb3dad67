package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.dates.DateRefusedException;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.EditorialEdition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Date of an entry as typed: its wording, and what may be filled in beside it.
 *
 * @param chronicle the year of the chronicle
 */
record TypedDate(int chronicle, String wording, DateBoxes boxes) {

    /** The date of an edition; only its wording where that means the same date. */
    static TypedDate of(EditorialEdition edition) {
        var worded = new TypedDate(edition.chronicle().year(), edition.wording(), DateBoxes.EMPTY);
        var date = edition.date();
        return date == null || !DateBoxes.canHold(date.edtf()) || date.equals(worded.ifUnderstood(null))
                ? worded
                : new TypedDate(worded.chronicle, worded.wording, DateBoxes.of(date.edtf()));
    }

    /**
     * The understood date: from the boxes if filled in, else from the wording. If an unchanged wording cannot be read,
     * its earlier date stays.
     *
     * @param before the edition that is edited, if there is one
     * @throws DateRefusedException if the date cannot be read or does not exist
     */
    EventDate understood(@Nullable EditorialEdition before) {
        if (boxes.isUsed()) {
            return EventDate.of(wording, boxes.edtf(chronicle), chronicle);
        }
        try {
            return EventDate.parse(wording, chronicle, null);
        } catch (DateRefusedException refusal) {
            var known = before == null || !before.wording().equals(wording) ? null : before.date();
            if (known == null || DateBoxes.canHold(known.edtf())) {
                throw refusal;
            }
            return known;
        }
    }

    /** The understood date; null if it cannot be understood, which a draft may have. */
    @Nullable
    EventDate ifUnderstood(@Nullable EditorialEdition before) {
        try {
            return understood(before);
        } catch (DateRefusedException draftOnly) {
            return null;
        }
    }

    /** The wording that would be understood in place of this one, if there is one near. */
    Optional<String> nearest() {
        try {
            understood(null);
            return Optional.empty();
        } catch (DateRefusedException refusal) {
            return refusal.suggestion();
        }
    }

    /** All that was typed. */
    String text() {
        return (wording.strip() + " " + boxes.text()).strip();
    }

    /** The date for reading: its wording, and what was filled in beside it. */
    String inWords() {
        return wording + (boxes.isUsed() ? "（" + boxes.inWords() + "）" : "");
    }
}
