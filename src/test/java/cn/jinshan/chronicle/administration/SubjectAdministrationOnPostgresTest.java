package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.OnPostgres;

/** The same tests on PostgreSQL, which locks differently, above all when merging and saving at once. */
@DeskApplication
class SubjectAdministrationOnPostgresTest extends SubjectAdministrationTest implements OnPostgres {}
