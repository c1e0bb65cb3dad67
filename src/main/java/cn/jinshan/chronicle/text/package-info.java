/**
 * Texts: prose and its HTML, what is kept of what was typed, forms for comparison, pinyin, differences word by word.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cn.jinshan.chronicle.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
