package cn.jinshan.chronicle.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the form of a new entry begins with, as its address says it.
 *
 * @param year of the chronicle; null for that of the last entry
 * @param section its slug; null for none
 * @param from the entry whose content is copied; null for none
 * @param after the entry that was saved before; null for none
 */
record Beginning(
        @Nullable Integer year,
        @Nullable String section,
        @Nullable Long from,
        @Nullable Long after) {

    /** The address of the form with this key. */
    String address(UUID form) {
        var address = UriComponentsBuilder.fromPath(WritingController.NEW).queryParam("form", form);
        if (year != null) {
            address.queryParam("year", year);
        }
        if (section != null) {
            address.queryParam("section", "{section}");
        }
        if (from != null) {
            address.queryParam("from", from);
        }
        if (after != null) {
            address.queryParam("after", after);
        }
        return address.encode()
                .build(section == null ? new Object[0] : new Object[] {section})
                .toString();
    }
}
