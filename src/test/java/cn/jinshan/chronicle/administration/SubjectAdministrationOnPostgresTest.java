package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.OnPostgres;

/** The same where other locks are held: merging and saving at once above all. */
@DeskApplication
class SubjectAdministrationOnPostgresTest extends SubjectAdministrationTest implements OnPostgres {}
