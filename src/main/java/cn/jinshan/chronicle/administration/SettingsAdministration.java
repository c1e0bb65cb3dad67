package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.changes.PublicChange;
import cn.jinshan.chronicle.changes.PublicChanges;
import cn.jinshan.chronicle.entries.RequiredReviews;
import cn.jinshan.chronicle.journal.Journal;
import cn.jinshan.chronicle.site.Federation;
import cn.jinshan.chronicle.site.Imprint;
import cn.jinshan.chronicle.site.Settings;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service with which administrators change the settings of the federation. */
@Service
@Transactional
class SettingsAdministration {

    private final Federation federation;
    private final PublicChanges changes;
    private final Journal journal;

    SettingsAdministration(Federation federation, PublicChanges changes, Journal journal) {
        this.federation = federation;
        this.changes = changes;
        this.journal = journal;
    }

    /**
     * Changes the settings; the journal notes which were changed, but not their text.
     *
     * @param seen the version that the decision was made on
     * @throws ConcurrencyFailureException if somebody changed the settings since, unless to these same values
     */
    void change(long seen, Imprint imprint, RequiredReviews required) {
        var before = federation.settings();
        var changed = before.imprint().differing(imprint);
        var requiredBefore = before.requiredReviews();
        federation.change(seen, imprint, required);
        if (!changed.isEmpty()) {
            changes.note(PublicChange.Kind.SETTINGS, Settings.ONLY);
        }
        if (!requiredBefore.equals(required)) {
            changed.add("reviews " + numbers(requiredBefore) + " → " + numbers(required));
        }
        if (!changed.isEmpty()) {
            journal.write("settings.changed", "settings", String.join(", ", changed));
        }
    }

    private static String numbers(RequiredReviews required) {
        return required.ofNew() + "/" + required.ofCorrections();
    }
}
