/** Sign-in, sessions, and forms that are sent once and outlive a lost session. */
@ApplicationModule(allowedDependencies = {"start", "journal", "site", "staff"})
@NullMarked
package cn.jinshan.chronicle.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
