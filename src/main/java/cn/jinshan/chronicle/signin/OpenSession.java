package cn.jinshan.chronicle.signin;

import java.time.Instant;

/**
 * Open session of a user in one browser.
 *
 * @param id that names the session on a page, and opens nothing
 */
record OpenSession(String id, Instant created, Instant lastSeen) {}
