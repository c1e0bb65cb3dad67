/** Dates of events, as precise as their source: their wording, their meaning (EDTF, ISO 8601-2), and their order. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cn.jinshan.chronicle.dates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
