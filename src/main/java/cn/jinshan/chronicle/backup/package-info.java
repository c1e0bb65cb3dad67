/** Backups: the whole record in one file, written by itself and on demand, and restored from it. */
@ApplicationModule(allowedDependencies = {"entries", "feeds", "journal", "start", "storage"})
@NullMarked
package cn.jinshan.chronicle.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
