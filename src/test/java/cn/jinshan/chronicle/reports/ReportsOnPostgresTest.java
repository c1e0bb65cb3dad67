package cn.jinshan.chronicle.reports;

import cn.jinshan.chronicle.OnPostgres;

class ReportsOnPostgresTest extends ReportsOnADatabase implements OnPostgres {}
