package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.OnPostgres;

class FederationOnPostgresTest extends FederationOnADatabase implements OnPostgres {}
