package cn.jinshan.chronicle.entries;

/** Section of a chronicle, as staff see it, and how many entries have an edition in it, whatever its state. */
public record EditorialSection(PublishedSection section, long version, long entries) {

    /** Whether its slug is fixed, and it stays. */
    public boolean isUsed() {
        return entries > 0;
    }
}
