/**
 * Event dates as honest as their source: what is written, what is understood of it (EDTF, ISO 8601-2), how it is said.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cn.jinshan.chronicle.dates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
