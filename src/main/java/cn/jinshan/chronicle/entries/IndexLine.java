package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.text.Reading;
import java.util.List;

/**
 * Line of a printed index: a subject with its entries.
 *
 * @param reading how its name is read
 * @param entries that are about the subject
 */
public record IndexLine(PublishedSubject subject, Reading reading, List<Long> entries) {}
