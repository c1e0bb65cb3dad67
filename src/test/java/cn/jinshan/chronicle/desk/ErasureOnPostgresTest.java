package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.OnPostgres;

/** The same tests on PostgreSQL. */
@DeskApplication
class ErasureOnPostgresTest extends ErasureTest implements OnPostgres {}
