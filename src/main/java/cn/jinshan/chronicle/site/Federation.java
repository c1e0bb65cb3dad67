package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.entries.RequiredReviews;
import cn.jinshan.chronicle.text.StoredTexts;
import jakarta.persistence.EntityManager;
import java.util.function.Consumer;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service for the settings of the federation that publishes the record. */
@Service
@Transactional
public class Federation implements StoredTexts {

    private final EntityManager database;

    Federation(EntityManager database) {
        this.database = database;
    }

    /** The settings as they are now. */
    @Transactional(readOnly = true)
    public Settings settings() {
        return database.find(Settings.class, Settings.ONLY);
    }

    @Override
    @Transactional(readOnly = true)
    public void each(Consumer<StoredText> action) {
        var imprint = settings().imprint();
        action.accept(StoredText.of(
                "settings",
                imprint.publisher(),
                imprint.contact(),
                imprint.icp(),
                imprint.police(),
                imprint.marks(),
                imprint.licence()));
    }

    /**
     * Changes the settings.
     *
     * @param seen the version that the decision was made on
     * @throws ConcurrencyFailureException when somebody changed them since, unless to just this
     */
    public void change(long seen, Imprint imprint, RequiredReviews requiredReviews) {
        var settings = settings();
        if (settings.imprint().equals(imprint) && settings.requiredReviews().equals(requiredReviews)) {
            return;
        }
        if (settings.version() != seen) {
            throw new ObjectOptimisticLockingFailureException(Settings.class, Settings.ONLY);
        }
        settings.change(imprint, requiredReviews);
    }
}
