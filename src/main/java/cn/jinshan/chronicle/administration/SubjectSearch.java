package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.Subject.Kind;
import cn.jinshan.chronicle.entries.TimelineFilter;
import cn.jinshan.chronicle.text.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Search of the list of subjects, as its address holds it.
 *
 * @param q words in a name or its reading
 * @param unlisted whether to show only subjects that the public index does not list
 * @param page from 1; null for the first page
 */
record SubjectSearch(
        @Nullable String q,
        @Nullable Kind kind,
        @Nullable Boolean unlisted,
        @Nullable Integer page) {

    private static final int PAGE = 50;

    String words() {
        return q == null ? "" : PlainText.stripped(q);
    }

    boolean onlyUnlisted() {
        return Boolean.TRUE.equals(unlisted);
    }

    /** @throws NotPublicException for an impossible page number */
    Pageable pageable() {
        int number = page == null ? 1 : page;
        if (number < 1 || number > TimelineFilter.LAST_PAGE) {
            throw new NotPublicException("page");
        }
        return PageRequest.of(number - 1, PAGE);
    }

    /** The address of another page of the same search. */
    public String page(int number) {
        var address = UriComponentsBuilder.fromPath("/admin/subjects").queryParam("q", "{q}");
        if (kind != null) {
            address.queryParam("kind", kind);
        }
        if (onlyUnlisted()) {
            address.queryParam("unlisted", true);
        }
        return address.queryParam("page", number)
                .encode()
                .buildAndExpand(words())
                .toUriString();
    }
}
