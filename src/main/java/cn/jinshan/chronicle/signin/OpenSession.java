package cn.jinshan.chronicle.signin;

import java.time.Instant;

/**
 * One browser in which somebody is signed in.
 *
 * @param id that names the session on a page, and opens nothing
 */
record OpenSession(String id, Instant created, Instant lastSeen) {}
