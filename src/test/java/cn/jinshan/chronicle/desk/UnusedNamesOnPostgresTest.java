package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.OnPostgres;

/** The same tests on PostgreSQL, which locks differently, above all when saving and discarding at once. */
@DeskApplication
class UnusedNamesOnPostgresTest extends UnusedNamesTest implements OnPostgres {}
