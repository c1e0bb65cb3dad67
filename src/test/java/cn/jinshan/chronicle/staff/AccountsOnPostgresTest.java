package cn.jinshan.chronicle.staff;

import cn.jinshan.chronicle.OnPostgres;

class AccountsOnPostgresTest extends AccountsOnADatabase implements OnPostgres {}
