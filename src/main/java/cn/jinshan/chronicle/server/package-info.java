/**
 * The web server: whom it believes, how long it waits for whom, how it stops, what it hands out again, and what it says
 * itself.
 */
@ApplicationModule(allowedDependencies = {"start", "site"})
@NullMarked
package cn.jinshan.chronicle.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
