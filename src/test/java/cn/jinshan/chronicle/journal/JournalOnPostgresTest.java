package cn.jinshan.chronicle.journal;

import cn.jinshan.chronicle.OnPostgres;

class JournalOnPostgresTest extends JournalOnADatabase implements OnPostgres {}
