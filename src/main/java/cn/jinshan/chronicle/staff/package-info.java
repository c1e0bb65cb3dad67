/** Who keeps the record: accounts, roles, passwords, invitations. */
@ApplicationModule(allowedDependencies = {"text", "start", "journal", "site"})
@NullMarked
package cn.jinshan.chronicle.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
