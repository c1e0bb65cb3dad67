package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.text.Reading;
import java.util.List;

/** Line of a printed index: a subject, how its name is read, and the numbers of its entries. */
public record IndexLine(PublishedSubject subject, Reading reading, List<Long> entries) {}
