package cn.jinshan.chronicle.signin;

import cn.jinshan.chronicle.OnPostgres;

class FormsOnPostgresTest extends FormsOnADatabase implements OnPostgres {}
