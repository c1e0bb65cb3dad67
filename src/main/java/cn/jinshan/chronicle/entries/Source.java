package cn.jinshan.chronicle.entries;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Publication that a chronicle was taken from.
 *
 * @param published the day it came out, if known
 */
@Embeddable
public record Source(
        @Column(name = "source_publisher") String publisher,
        @Column(name = "source_title") String title,
        @Column(name = "source_published") @Nullable LocalDate published) {}
