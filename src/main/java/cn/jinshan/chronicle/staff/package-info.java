/** Who keeps the record: accounts, roles, sign-in, sessions, forms that survive a lost session, journal. */
@ApplicationModule(allowedDependencies = "start")
@NullMarked
package cn.jinshan.chronicle.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
