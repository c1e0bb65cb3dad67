/** What keeps an acknowledged save: the database's file, what is on the disk, and what is answered while it is away. */
@ApplicationModule(allowedDependencies = {"start", "journal", "entries", "site", "staff"})
@NullMarked
package cn.jinshan.chronicle.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
