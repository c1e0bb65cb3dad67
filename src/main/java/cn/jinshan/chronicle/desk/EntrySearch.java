package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.editorial.EditorialRecord.Order;
import cn.jinshan.chronicle.editorial.EntryFilter;
import cn.jinshan.chronicle.editorial.EntryFilter.Without;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.ReviewStage;
import cn.jinshan.chronicle.entries.TimelineFilter;
import cn.jinshan.chronicle.text.PlainText;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Filter of the list of entries, as its address holds it.
 *
 * @param year of the chronicle; null for the newest, 0 for all
 * @param month 1 to 12, or {@code none}
 * @param q words in title, text or date
 * @param mine whether to show only entries that the user wrote in
 * @param forMe whether to show only entries that the user could review next
 * @param all whether all entries of the page are chosen, for one action on many
 * @param order null for chronicle order
 * @param page from 1; null for the first page
 */
record EntrySearch(
        @Nullable Integer year,
        @Nullable String section,
        @Nullable String month,
        @Nullable ReviewStage stage,
        @Nullable String q,
        @Nullable Boolean mine,
        @Nullable Boolean forMe,
        @Nullable Without without,
        @Nullable Boolean all,
        @Nullable Order order,
        @Nullable Integer page) {

    private static final int PAGE = 50;

    /** The entries of a stage, longest unchanged first. */
    static EntrySearch waiting(ReviewStage stage, boolean mine, boolean forMe) {
        return new EntrySearch(
                0, null, null, stage, null, falseToNull(mine), falseToNull(forMe), null, null, Order.UNTOUCHED, 1);
    }

    /** The entries of a year that lack something. */
    static EntrySearch lacking(int year, Without without) {
        return new EntrySearch(year, null, null, null, null, null, null, without, null, Order.DATE, 1);
    }

    /** The same search with defaults for what its address leaves out. */
    EntrySearch in(int newest) {
        return new EntrySearch(
                Objects.requireNonNullElse(year, newest),
                plain(section),
                plain(month),
                stage,
                plain(q),
                falseToNull(mine),
                falseToNull(forMe),
                without,
                falseToNull(all),
                Objects.requireNonNullElse(order, Order.DATE),
                Objects.requireNonNullElse(page, 1));
    }

    private static @Nullable Boolean falseToNull(@Nullable Boolean chosen) {
        return Boolean.TRUE.equals(chosen) ? true : null;
    }

    private static @Nullable String plain(@Nullable String typed) {
        var plain = typed == null ? "" : PlainText.of(typed).strip();
        return plain.isEmpty() ? null : plain;
    }

    /** Whether it chooses by more than year, state and words, which the form shows unfolded. */
    public boolean choosesMore() {
        return section != null
                || month != null
                || without != null
                || order != Order.DATE
                || mine != null
                || forMe != null;
    }

    /** @throws NotPublicException for an impossible month */
    EntryFilter filter(long reader) {
        return new EntryFilter(
                Objects.equals(year, 0) ? null : year,
                section,
                monthNumber(),
                stage,
                q,
                mine == null ? null : reader,
                forMe == null ? null : reader,
                without);
    }

    /**
     * The chosen month, from 1, or {@link TimelineFilter#UNDATED}.
     *
     * @throws NotPublicException for an impossible month
     */
    public @Nullable Integer monthNumber() {
        if (month == null) {
            return null;
        }
        if (month.equals("none")) {
            return TimelineFilter.UNDATED;
        }
        if (!month.matches("[1-9]|1[0-2]")) {
            throw new NotPublicException("month");
        }
        return Integer.valueOf(month);
    }

    /** @throws NotPublicException for an impossible page number */
    Pageable pageable() {
        if (page == null || page < 1 || page > TimelineFilter.LAST_PAGE) {
            throw new NotPublicException("page");
        }
        return PageRequest.of(page - 1, PAGE, Objects.requireNonNull(order).sort());
    }

    /** The address of another page of the same search; it keeps the choice of all entries. */
    public String page(int number) {
        return address(number, all);
    }

    /** The address of the same search in all years. */
    public String inAllYears() {
        return new EntrySearch(0, section, month, stage, q, mine, forMe, without, null, order, 1).page(1);
    }

    /** The address of the same page with all of its entries chosen, or none. */
    public String choosing(boolean everything) {
        return address(Objects.requireNonNull(page), everything ? true : null);
    }

    private String address(int page, @Nullable Boolean all) {
        var address = UriComponentsBuilder.fromPath("/admin/entries").queryParam("year", year);
        add(address, "section", section);
        add(address, "month", month);
        add(address, "stage", stage);
        add(address, "q", q);
        add(address, "mine", mine);
        add(address, "forMe", forMe);
        add(address, "without", without);
        add(address, "all", all);
        add(address, "order", order == Order.DATE ? null : order);
        add(address, "page", page == 1 ? null : page);
        return address.encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }
}
