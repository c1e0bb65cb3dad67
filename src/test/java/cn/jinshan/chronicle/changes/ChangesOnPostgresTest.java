package cn.jinshan.chronicle.changes;

import cn.jinshan.chronicle.OnPostgres;

class ChangesOnPostgresTest extends ChangesOnADatabase implements OnPostgres {}
