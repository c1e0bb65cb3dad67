package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.OnPostgres;

/** The same tests on PostgreSQL, which locks differently. */
@DeskApplication
class ClosingAYearOnPostgresTest extends ClosingAYearTest implements OnPostgres {}
