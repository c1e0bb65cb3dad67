package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.OnPostgres;

/** The same where other locks are held. */
@DeskApplication
class ClosingAYearOnPostgresTest extends ClosingAYearTest implements OnPostgres {}
